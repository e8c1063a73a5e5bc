import type { Mail, MailPart } from '#shared/mail/mail'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const asText = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!)

const paragraph = 'margin:0 0 16px'
const small = 'margin:0;font-size:13px;color:#68707d'
const box = 'margin:0 0 16px;padding:10px 14px;border:1px solid #d5d9e0;border-radius:6px'
const button =
  'display:inline-block;padding:10px 18px;border-radius:6px;background:#2456c7;color:#ffffff;font-weight:600;text-decoration:none'

function partText(part: MailPart): string {
  if (typeof part === 'string') return part
  if ('button' in part) return `${part.button}:\n${part.url}`
  if ('code' in part) return `    ${part.code}`
  if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n')
  return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
}

function partHtml(part: MailPart): string {
  if (typeof part === 'string') return `<p style="${paragraph}">${asText(part)}</p>`
  if ('button' in part) {
    const url = asText(part.url)
    return `<p style="${paragraph}"><a href="${url}" style="${button}">${asText(part.button)}</a></p>
<p style="${small};${paragraph};word-break:break-all">${url}</p>`
  }
  if ('code' in part) {
    return `<p style="${box};font-family:ui-monospace,monospace;word-break:break-all">${asText(part.code)}</p>`
  }
  if ('list' in part) {
    return `<ul style="${paragraph};padding-left:20px">${part.list.map((item) => `<li>${asText(item)}</li>`).join('')}</ul>`
  }
  const rows = part.facts.map(([name, value]) => {
    return `<tr><td style="padding:2px 16px 2px 0;color:#68707d">${asText(name)}</td><td style="padding:2px 0">${asText(value)}</td></tr>`
  })
  return `<table role="presentation" style="${paragraph};border-collapse:collapse">${rows.join('')}</table>`
}

/** The two forms of a mail's body; a reader of either misses nothing. */
export function renderMail({ subject, body, because }: Mail): { text: string; html: string } {
  const text = `${body.map(partText).join('\n\n')}\n\n--\n${because}\n`
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${asText(subject)}</title>
</head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="${paragraph};font-weight:600">AgentOps</p>
${body.map(partHtml).join('\n')}
<hr style="border:0;border-top:1px solid #d5d9e0;margin:24px 0 12px">
<p style="${small}">${asText(because)}</p>
</div>
</body>
</html>
`
  return { text, html }
}
