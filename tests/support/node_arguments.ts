/**
 * For a process that lives for seconds: the embedded engine is compiled once and quickly, and not a second time for
 * speed, which takes longer than it gains. In the full run processes are what they are for an operator.
 */
export const nodeArguments = [
  '--disable-warning=ExperimentalWarning',
  ...(process.env.PARVIS_FULL === '1' ? [] : ['--liftoff-only']),
]
