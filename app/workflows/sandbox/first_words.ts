import type { SandboxRunOptions } from './contract.js'

const enough = 2000

/** Keeps the beginning of the output, which is the driver's own complaint when a sandbox does not start. */
export function firstWords(options: SandboxRunOptions) {
  let kept = ''
  return {
    text: () => kept.trim(),
    options: {
      ...options,
      onOutput: (output) => {
        if (kept.length < enough) kept += output.text.slice(0, enough)
        options.onOutput?.(output)
      },
    } satisfies SandboxRunOptions as SandboxRunOptions,
  }
}
