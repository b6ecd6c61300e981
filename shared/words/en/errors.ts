/** `error.<code>.message` says what is wrong, `error.<code>.action` what to do. */
export const errors = {
  'error.internal.message': 'Something went wrong inside the app. This is a fault of ours.',
  'error.internal.action':
    'Try again. If it happens again, report it with the steps that led here.',

  'error.usage.message':
    '{problem, select, noCommand {No command was given.} unknownCommand {There is no command “{command}”.} unknownOption {There is no option {option}.} missingValue {{option} needs a value.} unexpectedValue {{option} takes no value.} repeated {{option} was given more than once.} missingOption {{option} is missing.} conflict {{option} and {other} can’t be used together.} missingArgument {{argument} is missing.} unexpectedArgument {“{argument}” is one argument too many.} time {{option} is not a time: “{value}”.} number {{option} must be a whole number from {min, number, ::group-off} to {max, number, ::group-off}, not “{value}”.} choice {{option} can’t be “{value}”.} other {The call can’t be understood.}}',
  'error.usage.action':
    '{problem, select, unknownCommand {{hint, select, none {See the list of commands: exo-companion --help} other {Did you mean “{hint}”?}}} unknownOption {{hint, select, none {See the options with --help.} other {Did you mean {hint}?}}} conflict {Leave one of the two out.} repeated {Give it once.} unexpectedValue {Give it without “=…”.} time {Write it like 2026-11-23T09:00:00Z, with Z or an offset.} choice {Use one of: {choices}.} number {Correct the number.} other {See the usage with --help.}}',
} as const;
