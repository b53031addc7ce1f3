const strong = /admin|owner|super|root|manager|staff|system|operator|moderator|maintainer|editor|accountant|write|delete|manage/i;
const weak = /user|guest|viewer|reader|member|anonym|public|customer|visitor|everyone|authenticated|read|view/i;

/** Whether roles are given by names to fewer people than others: administrators, not users. */
export function isLowerRole(before: readonly string[], after: readonly string[]): boolean {
  if (before.length === 0 || after.length === 0) return false;
  return before.every((role) => strong.test(role)) && after.some(isWeak);
}

/** `SUPER_USER` is no common user. */
function isWeak(role: string): boolean {
  return weak.test(role) && !strong.test(role);
}
