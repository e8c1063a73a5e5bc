/** A remote in few words; the bundled sample's path says nothing to anybody. */
export function describeRemote({ remoteKind, remoteUrl }: { remoteKind: string; remoteUrl: string }) {
  return remoteKind === 'sample' ? 'Bundled sample repository' : remoteUrl.replace(/^https:\/\//, '')
}
