import adonisjs from '@adonisjs/vite/client'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { slimRegistry } from './vite/slim_registry.ts'

export default defineConfig({
  plugins: [
    slimRegistry(`${import.meta.dirname}/inertia`),
    react(),
    tailwindcss(),
    adonisjs({ entryPoints: ['inertia/app.tsx'], reload: ['resources/views/**/*.edge'] }),
  ],
  resolve: {
    alias: {
      '~/': `${import.meta.dirname}/inertia/`,
      'laravel-precognition': `${import.meta.dirname}/vite/without_precognition.ts`,
      '@generated': `${import.meta.dirname}/.adonisjs/client/`,
    },
  },
})
