export { contractRule } from '../contract-rule.ts';
