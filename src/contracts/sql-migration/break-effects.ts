import { addedColumn, changedNullability, changedType, droppedDefault, lostColumn } from './column-break-effects.ts';
import { addedConstraint, uniqueIndexAdded } from './constraint-break-effects.ts';
import type { Effect, Situation } from './effect.ts';
import { addedEnumValue, renamedEnumValue } from './enum-value-break-effects.ts';
import { dropped, renamed, replacedView } from './object-break-effects.ts';
import type { ActionOf, SchemaAction } from './schema-action.ts';
import { createdTable, deletedAll, restricted, truncated } from './table-break-effects.ts';

/** What an action does to programs that read and write the database as it was. */
export function breakEffects(action: SchemaAction, situation: Situation): readonly Effect[] {
  const effects = effectsOf(action, situation);
  return action.assured ? effects.map(softened) : effects;
}

/** Its author vouches for it in the code. */
function softened(effect: Effect): Effect {
  return { ...effect, impact: effect.impact === 'breaking' ? 'risky' : 'compatible' };
}

function effectsOf(action: SchemaAction, situation: Situation): readonly Effect[] {
  switch (action.does) {
    case 'create-table':
      return createdTable(action, situation);
    case 'create':
      return replacedView(action, situation);
    case 'drop':
      return dropped(action, situation);
    case 'rename':
      return renamed(action, situation);
    case 'add-column':
      return addedColumn(action, situation);
    case 'drop-column':
    case 'rename-column':
      return lostColumn(action, situation);
    case 'change-type':
      return changedType(action, situation);
    case 'set-nullability':
      return changedNullability(action, situation);
    case 'set-default':
      return droppedDefault(action, situation);
    case 'add-constraint':
      return addedConstraint(action, situation);
    case 'create-index':
      return uniqueIndexAdded(action, situation);
    case 'add-enum-value':
      return addedEnumValue(action, situation);
    case 'rename-enum-value':
      return renamedEnumValue(action);
    case 'truncate':
      return truncated(action, situation);
    case 'delete-all':
      return deletedAll(action, situation);
    case 'restrict':
      return restricted(action, situation);
    case 'revert':
      return [reverted(action)];
    default:
      return [];
  }
}

/** What a migration added goes with it; its name is all that tells what that was. */
function reverted({ migration }: ActionOf<'revert'>): Effect {
  const impact = /^(?:Create|Add)/.test(migration) ? 'breaking' : 'risky';
  return {
    change: 'reverting-migration',
    impact,
    element: migration,
    message: `What the migration \`${migration}\` did is undone: callers of what it added fail.`,
  };
}
