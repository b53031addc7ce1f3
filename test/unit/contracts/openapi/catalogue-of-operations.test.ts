import { tellsApart } from './catalogue.ts';
import { operationChanges } from './operation-changes.ts';

describe('the catalogue of changes of operations', () => {
  tellsApart(operationChanges);
});
