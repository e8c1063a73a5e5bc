import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { authBrowserClient } from '@adonisjs/auth/plugins/browser_client'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { inertiaApiClient } from '@adonisjs/inertia/plugins/api_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { sessionBrowserClient } from '@adonisjs/session/plugins/browser_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import env from '#start/env'
import { launchChromium } from '#tests/support/chromium'
import { prepareDatabase } from '#tests/support/prepare_database'

export const plugins: Config['plugins'] = [
  assert(),
  apiClient(`http://${env.get('HOST')}:${env.get('PORT')}`),
  pluginAdonisJS(app),
  sessionApiClient(app),
  authApiClient(app),
  shieldApiClient(),
  inertiaApiClient(app),
  browserClient({ runInSuites: ['browser'], launcher: launchChromium }),
  sessionBrowserClient(app),
  authBrowserClient(app),
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [],
  teardown: [],
}

/** Other tests need neither database nor server, or bring their own. */
export const configureSuite: Config['configureSuite'] = (suite) => {
  if (['functional', 'workflows', 'browser'].includes(suite.name)) {
    suite.setup(prepareDatabase)
    suite.setup(() => testUtils.httpServer().start())
  }
}
