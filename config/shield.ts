import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/shield'
import { appUrl } from '#config/app'

export default defineConfig({
  csp: {
    // Vite's dev server injects inline modules and styles; the strict policy is for what is shipped.
    enabled: !app.inDev,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'", '@nonce'],
      styleSrc: ["'self'", '@nonce'],
    },
    reportOnly: false,
  },
  csrf: {
    enabled: true,
    // Bearer-token requests carry no cookie that another site could ride on.
    exceptRoutes: (ctx) => ctx.request.url().startsWith('/api/'),
    enableXsrfCookie: true,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: appUrl.startsWith('https:'), maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
})
