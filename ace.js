/**
 * Entry point of the command line. Overwritten in the build output, where the sources are already
 * JavaScript; here it registers the loader that compiles TypeScript on the fly.
 */
import '@poppinss/ts-exec'

await import('./bin/console.js')
