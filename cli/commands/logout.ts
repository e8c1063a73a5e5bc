import { Command } from 'commander'
import { forgetCredentials, storedCredentials } from '../credentials.ts'

export const logoutCommand = new Command('logout')
  .description('give back the access of this machine')
  .action(async () => {
    const stored = storedCredentials()
    if (stored) {
      const body = new URLSearchParams({ token: stored.refreshToken })
      await fetch(new URL('/api/auth/revoke', stored.url), { method: 'POST', body }).catch(() =>
        console.error('The server could not be reached; take the access back under Settings, Programs.')
      )
    }
    forgetCredentials()
    console.log('Signed out.')
  })
