import { LegalLink } from './legal_link'

/** What one accepts by the button below, with the version that is shown, so that no other is recorded. */
export function LegalLine({ version, act, error }: { version: string; act: string; error?: string }) {
  return (
    <div className="text-sm text-muted">
      <input type="hidden" name="terms" value={version} />
      <p>
        By {act} you accept the <LegalLink to="terms">terms</LegalLink> and have read the{' '}
        <LegalLink to="privacy">privacy notice</LegalLink>.
      </p>
      {error && (
        <p role="alert" className="mt-1 font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  )
}
