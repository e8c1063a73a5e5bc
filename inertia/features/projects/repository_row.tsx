import { Checkbox } from '~/components/checkbox'
import { RelativeTime } from '~/components/relative_time'
import { Status } from '~/components/status'
import { TextLink } from '~/components/text_link'
import { VISIBILITY } from '~/features/connections/host_words'
import type { Repository } from './use_repositories'

interface RepositoryRowProps {
  repository: Repository
  chosen: boolean
  onChoose: (wanted: boolean) => void
}

/** Why a repository cannot be chosen; null when it can. */
function obstacle({ archived, canPush, defaultBranch }: Repository): string | null {
  if (archived) return 'Archived'
  if (canPush === false) return 'Read only'
  return defaultBranch === null ? 'Empty' : null
}

export function RepositoryRow({ repository, chosen, onChoose }: RepositoryRowProps) {
  const { path, visibility, defaultBranch, language, pushedAt, projectId } = repository
  const reason = obstacle(repository)
  const [owner, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)]
  return (
    <li className="px-4 py-2 hover:bg-raised/60">
      <Checkbox
        checked={chosen}
        disabled={reason !== null}
        onChange={(event) => onChoose(event.target.checked)}
        label={
          <span className="wrap-anywhere" dir="auto">
            <span className="text-muted">{owner}</span>
            {name}
          </span>
        }
        hint={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
            <Status {...VISIBILITY[visibility]} className="font-normal" />
            {defaultBranch && <span className="font-mono text-xs">{defaultBranch}</span>}
            {language && <span>{language}</span>}
            {pushedAt && (
              <span>
                Pushed <RelativeTime at={pushedAt} />
              </span>
            )}
            {reason && <span className="text-warn">{reason}</span>}
            {projectId && <TextLink href={`/projects/${projectId}`}>Added already</TextLink>}
          </span>
        }
      />
    </li>
  )
}
