import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import emitter from '@adonisjs/core/services/emitter'
import db from '@adonisjs/lucid/services/db'
import { Mailer } from '@adonisjs/mail'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import { test } from '@japa/runner'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { sql } from '#shared/database/sql'
import type { Mail } from '#shared/mail/mail'
import { mailFolder } from '#shared/mail/mail_folder'
import { deliver, queueMail } from '#shared/mail/send_mail'
import { smtpOptions } from '#shared/mail/smtp_options'
import env from '#start/env'
import { mailsTo } from '#tests/support/mail'

const aMail = (to = `${randomUUID()}@example.test`): Mail => ({
  to: { address: to, name: 'Ada "Countess" Lovelace' },
  subject: 'Grüße & <b>more</b>',
  body: [
    'First <script>alert(1)</script> line.',
    { button: 'Open it', url: 'https://agentops.test/x?a=1&b=2' },
    { code: 'abc-123' },
    { list: ['one', 'two'] },
    { facts: [['When', 'now']] },
  ],
  because: 'You get this because of a test.',
})

async function smtpServer(options: SMTPServerOptions = {}) {
  const received: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      buffer(stream).then((data) => {
        received.push(data)
        done()
      }, done)
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const send = async (mail: Mail, id: string = randomUUID(), user = '') => {
    const transport = new SMTPTransport(smtpOptions(`smtp://${user}127.0.0.1:${port}`))
    const config = { from: { address: 'no-reply@agentops.test', name: 'AgentOps' } }
    try {
      await deliver(new Mailer('smtp', transport, emitter, config), mail, id)
    } finally {
      await transport.close()
    }
  }
  return { received, send, close: () => new Promise<void>((resolve) => server.close(resolve)) }
}

test.group('A mail over SMTP', () => {
  test('arrives as text and HTML that say the same, with nothing of it read as markup', async ({
    assert,
    ...context
  }) => {
    const server = await smtpServer()
    context.test.cleanup(server.close)
    const mail = aMail()
    await server.send({ ...mail, unsubscribeUrl: 'https://agentops.test/u/1' }, 'the-job')
    const parsed = await PostalMime.parse(server.received[0]!)
    assert.equal(parsed.subject, mail.subject)
    assert.equal(parsed.from?.address, 'no-reply@agentops.test')
    assert.deepEqual(parsed.to?.[0]?.address, mail.to.address)
    assert.equal(parsed.to?.[0]?.name, mail.to.name)
    assert.equal(parsed.messageId, '<the-job@localhost>')
    for (const words of ['https://agentops.test/x?a=1&b=2', 'abc-123', 'two', 'because of a test'])
      assert.include(parsed.text, words)
    assert.include(parsed.html, '&lt;script&gt;')
    assert.notInclude(parsed.html, '<script>')
    assert.include(parsed.html, 'href="https://agentops.test/x?a=1&amp;b=2"')
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]))
    assert.equal(headers['list-unsubscribe'], '<https://agentops.test/u/1>')
    assert.equal(headers['auto-submitted'], 'auto-generated')
  })

  test('signs in where the address holds a name and a password', async ({ assert, ...context }) => {
    const seen: unknown[] = []
    const server = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push([username, password])
        done(null, { user: username })
      },
    })
    context.test.cleanup(server.close)
    await server.send(aMail(), randomUUID(), 'post%40man:p%3Ass@')
    assert.deepEqual(seen, [['post@man', 'p:ss']])
    assert.lengthOf(server.received, 1)
  })

  test('never sends a password in the clear to another machine', ({ assert }) => {
    assert.isTrue(smtpOptions('smtp://a:b@mail.example.org').requireTLS)
    assert.isTrue(smtpOptions('smtps://a:b@mail.example.org').secure)
    assert.equal(smtpOptions('smtps://a:b@mail.example.org').port, 465)
  })
})

test.group('A queued mail', () => {
  test('is sent once its transaction has committed', async ({ assert }) => {
    const mail = aMail()
    await db.transaction((trx) => queueMail(trx, mail))
    const [sent, ...more] = await mailsTo(mail.to.address)
    assert.equal(sent?.subject, mail.subject)
    assert.isEmpty(more)
    const eml = await PostalMime.parse(await readFile(join(mailFolder, `${sent!.id}.eml`)))
    assert.equal(eml.subject, mail.subject)
  })

  test('is not sent when it does not', async ({ assert }) => {
    const mail = aMail()
    const failing = db.transaction(async (trx) => {
      await queueMail(trx, mail)
      throw new Error('changed my mind')
    })
    await assert.rejects(() => failing, 'changed my mind')
    assert.isEmpty(await mailsTo(mail.to.address))
  })

  test('waits sealed, and is dropped once what it says is over', async ({ assert }) => {
    const mail = { ...aMail(), until: new Date(Date.now() - 1000) }
    await db.transaction(async (trx) => {
      const id = await queueMail(trx, mail)
      const { rows } = await sql<{ payload: string }>(
        trx,
        'select payload::text as payload from jobs where id = ?',
        [id]
      )
      assert.notInclude(rows[0]!.payload, 'agentops.test/x')
      assert.notInclude(rows[0]!.payload, mail.to.address)
    })
    assert.isEmpty(await mailsTo(mail.to.address))
  })
})

test.group('The development inbox', () => {
  test('shows mails to the person at this machine', async ({ client, assert }) => {
    const mail = aMail()
    await db.transaction((trx) => queueMail(trx, mail))
    await mailsTo(mail.to.address)
    const response = await client.get('/dev/mail').withInertia()
    response.assertInertiaComponent('dev/mails')
    const { mails } = response.inertiaProps as unknown as { mails: { to: string }[] }
    assert.include(
      mails.map(({ to }) => to),
      mail.to.address
    )
  })

  test('is not there for {what}')
    .with([
      { what: 'another machine', headers: { 'x-forwarded-for': '203.0.113.9' } },
      { what: 'a name that another site made point here', headers: { host: 'evil.example:3333' } },
    ])
    .run(async ({ assert }, { headers }) => {
      const { request } = await import('node:http')
      const asked = request({ host: env.get('HOST'), port: env.get('PORT'), path: '/dev/mail', headers })
      asked.end()
      const [response] = await once(asked, 'response')
      response.resume()
      assert.equal(response.statusCode, 404)
    })

  test('is not there where mails are sent, or others can reach this machine', async ({
    client,
    ...context
  }) => {
    const before = { HOST: env.get('HOST'), SMTP_URL: env.get('SMTP_URL') }
    context.test.cleanup(() => {
      env.set('HOST', before.HOST)
      env.set('SMTP_URL', before.SMTP_URL ?? '')
    })
    env.set('HOST', '0.0.0.0')
    ;(await client.get('/dev/mail')).assertStatus(404)
    env.set('HOST', before.HOST)
    env.set('SMTP_URL', 'smtp://mail.example.org')
    ;(await client.get('/dev/mail')).assertStatus(404)
  })
})
