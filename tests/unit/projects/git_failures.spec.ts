import { test } from '@japa/runner'
import { classifyFailure } from '#projects/git/failures'

const access = "fatal: unable to access 'https://h/openssl/certificate.git/': "
const rejected = 'To https://h/x.git\n ! [remote rejected] 0123abc -> main '
const failed = "\nerror: failed to push some refs to 'https://h/x.git'"

test.group("Git's failures", () => {
  test('{0} is {1}')
    .with([
      ["fatal: could not read Username for 'https://h': terminal prompts disabled", 'auth'],
      ["remote: HTTP Basic: Access denied\nfatal: Authentication failed for 'https://h/x.git/'", 'auth'],
      [`${access}The requested URL returned error: 403`, 'auth'],
      ['git@h: Permission denied (publickey).\nfatal: Could not read from remote repository.', 'auth'],
      [
        'ERROR: Permission to acme/shop.git denied to bot.\nfatal: Could not read from remote repository.',
        'auth',
      ],
      [
        'remote: You are not allowed to push code to this project.\nfatal: unable to access: returned error: 403',
        'auth',
      ],
      [
        "remote: Repository not found.\nfatal: repository 'https://github.com/openssl/certificate.git/' not found",
        'not_found',
      ],
      [
        "fatal: '/x' does not appear to be a git repository\nfatal: Could not read from remote repository.",
        'not_found',
      ],
      [`${access}The requested URL returned error: 301`, 'not_found'],
      ['fatal: remote error: upload-pack: not our ref 0123', 'not_found'],
      [`${access}The requested URL returned error: 502`, 'unreachable'],
      [`${access}Could not resolve host: h`, 'unreachable'],
      [`${access}SSL certificate problem: self-signed certificate`, 'unreachable'],
      [`${access}Failed to connect to h port 443 after 1 ms: Couldn't connect to server`, 'unreachable'],
      ['Host key verification failed.\nfatal: Could not read from remote repository.', 'unreachable'],
      [
        `remote: error: GH006: Protected branch update failed for refs/heads/main.\n${rejected}(protected branch hook declined)${failed}`,
        'protected',
      ],
      [
        `remote: GitLab: You are not allowed to push code to protected branches on this project.\n${rejected}(pre-receive hook declined)${failed}`,
        'protected',
      ],
      [` ! [rejected] 0123abc -> main (non-fast-forward)${failed}`, 'non_fast_forward'],
      [` ! [rejected] 0123abc -> main (fetch first)${failed}`, 'non_fast_forward'],
      [` ! [rejected] 0123abc -> main (stale info)${failed}`, 'ref_exists'],
      [`${rejected}(shallow update not allowed)${failed}`, 'rejected'],
      ["fatal: transport 'ext' not allowed", 'failed'],
      ['fatal: something new', 'failed'],
    ] as const)
    .run(({ assert }, [stderr, code]) => {
      assert.equal(classifyFailure(stderr).code, code)
    })

  test("the server's own words come first, noise is left out", ({ assert }) => {
    const { message } = classifyFailure(
      `remote: \nremote: Only on Fridays.\n${rejected}(pre-receive hook declined)${failed}`
    )
    assert.include(message, 'Git said: remote: Only on Fridays. · ! [remote rejected]')
    assert.notInclude(message, 'failed to push')
  })
})
