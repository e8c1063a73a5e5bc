/** Whether git would take `name` as that of a branch (`git check-ref-format --branch`), in full. */
export function isBranchName(name: string): boolean {
  if (name === '' || name === 'HEAD' || name === '@' || name.startsWith('-') || Buffer.byteLength(name) > 200)
    return false
  if (/[\u0000-\u0020\u007f~^:?*[\\]/.test(name)) return false
  if (name.includes('..') || name.includes('@{') || name.endsWith('.')) return false
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
}

export const isCommitId = (text: string) => /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
