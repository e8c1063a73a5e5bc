import { Download } from 'lucide-react'
import { Button } from '~/components/button'
import { CopyButton } from '~/components/copy_button'

function save(codes: readonly string[]) {
  const text = `AgentOps recovery codes\nEach signs you in once, in place of the second step.\n\n${codes.join('\n')}\n`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = 'agentops-recovery-codes.txt'
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The codes, the one time that they are shown. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="grid gap-3">
      <p>
        Keep these where you will find them without your device. Each signs you in once; they are not shown
        again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-md border p-3 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex items-center gap-2">
        <Button size="sm" icon={<Download aria-hidden="true" />} onClick={() => save(codes)}>
          Save as a file
        </Button>
        <CopyButton text={codes.join('\n')} label="Copy recovery codes" />
      </div>
    </div>
  )
}
