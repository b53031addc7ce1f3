import type { ContractChange } from '../../code/contract-change.ts';
import type { BaseHistory } from './base-history.ts';
import { breakEffects } from './break-effects.ts';
import { contractChange } from './contract-changes.ts';
import { MadeThings, type Effect, type Situation } from './effect.ts';
import { lockEffects } from './lock-effects.ts';
import type { MigrationUnit } from './migration-units.ts';
import type { SchemaAction } from './schema-action.ts';

/** A migration that runs for the first time, or again with other contents: then `before` is what it did so far. */
export interface AddedMigration {
  readonly unit: MigrationUnit;
  readonly before: readonly SchemaAction[];
}

/** Runs the new migrations in mind, in their order, and says what each step does to others. */
export function newMigrationChanges(added: readonly AddedMigration[], { schema, isKnown }: BaseHistory): readonly ContractChange[] {
  const made = new MadeThings(added.flatMap(({ unit }) => unit.actions));
  return added.flatMap(({ unit, before }) => {
    const old = new Set(before.map(contentOf));
    const state = { open: 0, hasTimeout: false };
    const changes = unit.actions.flatMap((action) => {
      if (action.does === 'transaction') state.open = Math.max(0, state.open + (action.verb === 'begin' ? 1 : -1));
      if (action.does === 'set-timeout') state.hasTimeout = true;
      const situation: Situation = { unit, schema, made, knowsBase: isKnown, inTransaction: unit.inTransaction || state.open > 0 };
      const effects = old.has(contentOf(action))
        ? []
        : [...breakEffects(action, situation), ...lockEffects(action, situation), ...timeoutEffects(action, situation, state)];
      const result = effects.map((effect) => contractChange(unit, action.range, effect, undefined, schema.isDeprecated(effect.element)));
      schema.apply(action);
      made.note(action);
      return result;
    });
    return [...changes, ...(state.open > 0 ? [leftOpen(unit)] : [])];
  });
}

/** The same for the same action elsewhere in a text. */
export function contentOf(action: SchemaAction): string {
  return JSON.stringify({ ...action, range: undefined, keyword: undefined });
}

function leftOpen(unit: MigrationUnit): ContractChange {
  return contractChange(unit, unit.actions.findLast(({ does }) => does === 'transaction')?.range ?? unit.range, {
    change: 'ban-uncommitted-transaction',
    impact: 'risky',
    element: unit.key,
    message: `\`${unit.label}\` opens a transaction that it does not commit: what it does is lost, or kept locked.`,
  });
}

/** A note, once a migration: who waits for a lock makes all others wait. */
function timeoutEffects(action: SchemaAction, { unit, made }: Situation, state: { hasTimeout: boolean }): readonly Effect[] {
  const locks = 'table' in action && !made.has('table', action.table) && action.does !== 'create-table' && action.does !== 'delete-all';
  if (!locks || state.hasTimeout || unit.dialect !== 'postgresql') return [];
  state.hasTimeout = true;
  return [
    {
      change: 'require-timeout-settings',
      impact: 'compatible',
      element: unit.key,
      message: `\`${unit.label}\` waits for locks without a \`lock_timeout\`.`,
    },
  ];
}
