import { settingTable } from './cloud-setting.ts';
import { awsLogging } from './settings/aws-logging.ts';
import { azureLogging } from './settings/azure-logging.ts';
import { googleLogging } from './settings/google-logging.ts';

/** Settings that say what is known afterwards. */
export const loggingSettings = settingTable([...awsLogging, ...azureLogging, ...googleLogging]);
