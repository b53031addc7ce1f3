/** Folders of modules that are built, but not for others. */
export const innerModule =
  /(?:^|[-_/])(?:tests?|testing|it|examples?|samples?|demos?|benchmarks?|jmh|docs?|documentation|distribution|coverage)(?:$|[-_/])|^(?:gradle|buildSrc|build-logic|build-tools)(?:$|\/)/i;
