import './css/app.css'
import { TuyauProvider } from '@adonisjs/inertia/react'
import { createInertiaApp } from '@inertiajs/react'
import { createRoot } from 'react-dom/client'
import { client } from './client'
import { keepFocusMeaningful } from './lib/page_focus'
import { reportFailures } from './lib/report_failures'
import { resolvePage } from './lib/resolve_page'
import { styleNonce } from './lib/style_nonce'

keepFocusMeaningful()
reportFailures()

createInertiaApp({
  title: (title) => (title ? `${title} · AgentOps` : 'AgentOps'),
  resolve: resolvePage,
  // The progress bar adds a style element, which the content security policy lets pass by its nonce.
  nonce: styleNonce,
  setup({ el, App, props }) {
    createRoot(el!).render(
      <TuyauProvider client={client}>
        <App {...props} />
      </TuyauProvider>
    )
  },
  // Without a nonce (an address that no route has) a strict policy would only refuse it.
  progress: { color: 'var(--accent)', delay: 200, includeCSS: import.meta.env.DEV || Boolean(styleNonce) },
})
