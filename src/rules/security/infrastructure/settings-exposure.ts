import { settingTable } from './cloud-setting.ts';
import { awsExposure } from './settings/aws-exposure.ts';
import { azureExposure } from './settings/azure-exposure.ts';
import { googleExposure } from './settings/google-exposure.ts';

/** Settings that say who reaches a resource. */
export const exposureSettings = settingTable([...awsExposure, ...azureExposure, ...googleExposure]);
