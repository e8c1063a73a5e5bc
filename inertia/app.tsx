import './css/app.css'
import { TuyauProvider } from '@adonisjs/inertia/react'
import { createInertiaApp } from '@inertiajs/react'
import { createRoot } from 'react-dom/client'
import { client } from './client'
import { resolvePage } from './lib/resolve_page'

createInertiaApp({
  title: (title) => (title ? `${title} · AgentOps` : 'AgentOps'),
  resolve: resolvePage,
  setup({ el, App, props }) {
    createRoot(el!).render(
      <TuyauProvider client={client}>
        <App {...props} />
      </TuyauProvider>
    )
  },
  progress: { color: 'var(--accent)', delay: 200 },
})
