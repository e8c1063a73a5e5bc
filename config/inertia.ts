import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/inertia'

export default defineConfig({
  // The test client speaks of this version; elsewhere the manifest's hash makes old pages reload.
  assetsVersion: app.inTest ? '1' : undefined,
  ssr: { enabled: false, entrypoint: 'inertia/ssr.tsx' },
})
