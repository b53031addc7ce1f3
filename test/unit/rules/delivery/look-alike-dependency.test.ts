import { lookAlikeDependency } from '../../../../src/rules/delivery/look-alike-dependency.ts';
import { fileCases } from '../rule-cases.ts';

const npm = (...names: readonly string[]): string =>
  `${JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) }, null, 2)}\n`;

describe('delivery/look-alike-dependency', () => {
  fileCases(lookAlikeDependency, 'package.json', [
    [
      'finds a letter more',
      npm('react'),
      npm('react', 'lodashs'),
      ['4 `lodashs` is nearly `lodash`, which many use: make sure that it is the package you mean.'],
    ],
    [
      'finds letters changed about',
      npm(),
      npm('exrpess'),
      ['3 `exrpess` is nearly `express`, which many use: make sure that it is the package you mean.'],
    ],
    [
      'finds another way to part the words',
      npm(),
      npm('crossenv', 'socketio'),
      [
        '3 `crossenv` is nearly `cross-env`, which many use: make sure that it is the package you mean.',
        '4 `socketio` is nearly `socket.io`, which many use: make sure that it is the package you mean.',
      ],
    ],
    ['leaves well-known names alone', npm(), npm('express', 'mysql2', 'preact', 'color', 'mssql', 'eclint'), []],
    ['leaves what was there before alone', npm('lodashs'), npm('lodashs', 'react'), []],
    ['leaves packages of an organisation alone', npm(), npm('@acme/lodahs'), []],
    ['leaves other names alone', npm(), npm('orders', 'ab'), []],
  ]);
});
