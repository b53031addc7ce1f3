import { settingTable } from './cloud-setting.ts';
import { awsEncryption } from './settings/aws-encryption.ts';
import { azureEncryption } from './settings/azure-encryption.ts';
import { googleEncryption } from './settings/google-encryption.ts';

/** Settings that say whether data is encrypted where it lies and where it goes, and by what. */
export const encryptionSettings = settingTable([...awsEncryption, ...azureEncryption, ...googleEncryption]);
