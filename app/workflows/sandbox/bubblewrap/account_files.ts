/** Made-up account and name service files, by their path inside the sandbox. */
export function accountFiles(uid: number): Record<string, string> {
  return {
    '/etc/passwd': [
      'root:x:0:0:root:/nonexistent:/usr/sbin/nologin',
      `sandbox:x:${uid}:${uid}:sandbox:/home/sandbox:/bin/sh`,
      'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin',
      '',
    ].join('\n'),
    '/etc/group': `root:x:0:\nsandbox:x:${uid}:\nnogroup:x:65534:\n`,
    '/etc/hosts': '127.0.0.1 localhost sandbox\n::1 localhost\n',
    '/etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
  }
}
