import type { ScalarNode } from '../../../code/document-node.ts';
import { inputs, type Step } from './workflow.ts';

/** A text of a step that is run as code, and in what. */
export interface CodeInput {
  readonly node: ScalarNode;
  /** `shell`: what is put in through the environment is read as a variable. */
  readonly language: 'shell' | 'javascript' | 'other';
}

/** Inputs that are code, whatever the action. */
const usual = /^(?:inline-?script|script|run|command|commands|cmd|expression|code|eval)$/i;

/** Actions whose inputs of other names are code, or go into code that the action builds. */
const special: Readonly<Record<string, readonly string[]>> = {
  'tibdex/backport': ['title_template', 'body_template', 'head_template', 'labels_template'],
  'nick-fields/retry': ['command', 'new_command_on_retry', 'on_retry_command'],
  'nick-invision/retry': ['command', 'new_command_on_retry', 'on_retry_command'],
  'addnab/docker-run-action': ['run', 'options', 'image'],
  'azure/powershell': ['inlinescript'],
  'azure/cli': ['inlinescript'],
  'lycheeverse/lychee-action': ['args'],
  'mikefarah/yq': ['cmd'],
  'peter-evans/create-or-update-comment': [],
  'jamesives/github-pages-deploy-action': ['commit-message'],
  'docker/bake-action': [],
};

export function codeInputs(step: Step): readonly CodeInput[] {
  if (step.run) return [{ node: step.run, language: 'shell' }];
  if (step.uses?.kind !== 'action') return [];
  const named = special[step.uses.name];
  return inputs(step).flatMap(([name, node]) => {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') return [];
    if (!usual.test(name) && !named?.includes(name.toLowerCase())) return [];
    return [{ node, language: step.uses?.name === 'actions/github-script' ? 'javascript' : 'other' }];
  });
}
