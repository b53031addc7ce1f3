import { settingTable } from './cloud-setting.ts';
import { awsHardening } from './settings/aws-hardening.ts';
import { azureHardening } from './settings/azure-hardening.ts';
import { googleHardening } from './settings/google-hardening.ts';

/** Protections of cloud resources that are neither encryption, nor networks, nor logs. */
export const hardeningSettings = settingTable([...awsHardening, ...azureHardening, ...googleHardening]);
