/** The standards that come with Plumbline, by name, as they would be written in a file. Each starts from the recommended one. */
export const builtInStandards: Readonly<Record<string, string>> = {
  'plumbline:recommended': `name: plumbline:recommended
# Every rule at its own severity.
minimumConfidence: medium
noticeMonths: 6
gate:
  failOn: error
`,
  'plumbline:strict': `name: plumbline:strict
gate:
  failOn: warning
`,
  'plumbline:advisory': `name: plumbline:advisory
# For a start without a gate: everything is shown, nothing fails.
gate:
  failOn: never
`,
  'plumbline:none': `name: plumbline:none
# For a standard that names every rule it wants.
rules:
  '*': off
`,
};

/** What is reviewed by where a team chose nothing, and what every standard starts from. */
export const recommendedStandard = 'plumbline:recommended';
