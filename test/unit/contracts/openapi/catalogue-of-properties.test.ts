import { tellsApart } from './catalogue.ts';
import { propertyChanges } from './property-changes.ts';

describe('the catalogue of changes of properties', () => {
  tellsApart(propertyChanges);
});
