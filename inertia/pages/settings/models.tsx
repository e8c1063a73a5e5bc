import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { KeyRound } from 'lucide-react'
import { Banner } from '~/components/banner'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { TextLink } from '~/components/text_link'
import { type DataPolicy, DataPolicyForm } from '~/features/models/data_policy_form'
import { DataPolicyVersions } from '~/features/models/data_policy_versions'
import { KeyForm } from '~/features/models/key_form'
import { KeyTable } from '~/features/models/key_table'
import { type AvailableModel, ModelList } from '~/features/models/model_list'
import { type Policy, PolicyForm } from '~/features/models/policy_form'
import { PolicyVersions } from '~/features/models/policy_versions'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  keys: Data.Llm.ProviderKey[]
  /** Null while the engine does not answer. */
  models: AvailableModel[] | null
  policy: { version: number; of: 'project' | 'team' | 'installation'; policy: Policy }
  versions: Data.Llm.PolicyVersion[]
  data: DataPolicy
  dataVersions: Data.Llm.DataPolicyVersion[]
  can: { manage: boolean }
}>

export default function SettingsModels({ keys, models, policy, versions, data, dataVersions, can }: Props) {
  return (
    <>
      <Head title="Models" />
      <PageHeader
        title="Models"
        description={
          <>
            Which models work for your team, on whose account, and in which order they are tried. How well
            each does is on the page <TextLink href="/models">Models</TextLink>.
          </>
        }
      />
      <div className="grid gap-6">
        {models === null && (
          <Banner tone="warn" title="The engine does not answer">
            What can be called now is not known. It may be starting again: reload in a moment.
          </Banner>
        )}
        <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="min-w-0">
            <Card title="Your keys" flush>
              {keys.length > 0 ? (
                <KeyTable keys={keys} manage={can.manage} />
              ) : (
                <EmptyState icon={KeyRound} title="No keys of your own">
                  With your own key you pay the provider directly, and limits of your plan for models do not
                  apply.
                </EmptyState>
              )}
            </Card>
          </div>
          {can.manage && <KeyForm />}
        </div>
        {models !== null && models.length > 0 && (
          <Card title="What can be used now" flush>
            <ModelList models={models} />
          </Card>
        )}
        {models !== null && models.length > 0 && can.manage && (
          <Card title="How models are picked">
            <PolicyForm
              key={[policy.version, ...models.map(({ ref }) => ref)].join(' ')}
              policy={policy.policy}
              models={models.map(({ ref }) => ref)}
            />
          </Card>
        )}
        {versions.length > 0 && (
          <Card title="Versions of this policy" flush>
            <PolicyVersions versions={versions} manage={can.manage} />
          </Card>
        )}
        <Card title="Where your code may be sent">
          <DataPolicyForm key={dataVersions[0]?.version ?? 0} data={data} manage={can.manage} />
        </Card>
        {dataVersions.length > 0 && (
          <Card title="Versions of this data policy" flush>
            <DataPolicyVersions versions={dataVersions} manage={can.manage} />
          </Card>
        )}
      </div>
    </>
  )
}
