/** `java.util.List<String>` is `List`; of an array the type of its elements. */
export function bareType(type: string): string {
  const plain = type.replace(/[<[][\s\S]*/, '').trim();
  return plain.slice(plain.lastIndexOf('.') + 1);
}
