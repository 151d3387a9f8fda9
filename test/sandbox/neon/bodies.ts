import { type SandboxBranch, type SandboxCompute, type SandboxOperation, type SandboxProject } from './model.js';

/** Answers, with every field that Neon's description requires. */
export function branchBody(project: SandboxProject, branch: SandboxBranch, pending: boolean): Record<string, unknown> {
  return {
    id: branch.id,
    project_id: project.id,
    ...(branch.parentId === null ? {} : { parent_id: branch.parentId }),
    ...(branch.parentLsn === null ? {} : { parent_lsn: branch.parentLsn }),
    name: branch.name,
    current_state: branch.state,
    ...(pending ? { pending_state: 'ready' } : {}),
    state_changed_at: branch.resetAt ?? branch.createdAt,
    logical_size: branch.data.length * 8192,
    creation_source: 'console',
    default: branch.isDefault,
    primary: branch.isDefault,
    protected: branch.isProtected,
    cpu_used_sec: branch.activeSeconds,
    compute_time_seconds: branch.activeSeconds,
    active_time_seconds: branch.activeSeconds,
    written_data_bytes: branch.written,
    data_transfer_bytes: 0,
    created_at: branch.createdAt,
    updated_at: branch.resetAt ?? branch.createdAt,
    ...(branch.resetAt === null ? {} : { last_reset_at: branch.resetAt }),
    ...(branch.expiresAt === null ? {} : { expires_at: branch.expiresAt }),
    ...(branch.restricted.length === 0 ? {} : { restricted_actions: branch.restricted }),
  };
}

export function computeBody(project: SandboxProject, branch: SandboxBranch, compute: SandboxCompute) {
  return {
    host: `${compute.id}.eu-central-1.aws.neon.tech`,
    id: compute.id,
    project_id: project.id,
    branch_id: branch.id,
    autoscaling_limit_min_cu: compute.min,
    autoscaling_limit_max_cu: compute.max,
    region_id: 'aws-eu-central-1',
    type: compute.type,
    current_state: compute.suspendedAt === null ? 'active' : 'idle',
    settings: { pg_settings: {} },
    pooler_enabled: false,
    pooler_mode: 'transaction',
    disabled: false,
    passwordless_access: true,
    last_active: compute.startedAt,
    started_at: compute.startedAt,
    ...(compute.suspendedAt === null ? {} : { suspended_at: compute.suspendedAt }),
    created_at: branch.createdAt,
    updated_at: compute.startedAt,
    proxy_host: 'eu-central-1.aws.neon.tech',
    creation_source: 'console',
    provisioner: 'k8s-neonvm',
    suspend_timeout_seconds: compute.suspendAfter,
  };
}

export function operationBody(project: SandboxProject, operation: SandboxOperation) {
  const status = operation.left > 0 ? 'running' : operation.end;
  return {
    id: operation.id,
    project_id: project.id,
    branch_id: operation.branchId,
    action: operation.action,
    status,
    ...(status === 'failed' ? { error: 'the storage said no' } : {}),
    failures_count: status === 'failed' ? 1 : 0,
    created_at: operation.createdAt,
    updated_at: operation.createdAt,
    total_duration_ms: 100,
  };
}

export function projectBody(project: SandboxProject) {
  const at = '2026-01-01T00:00:00Z';
  return {
    id: project.id,
    platform_id: 'aws',
    region_id: 'aws-eu-central-1',
    name: project.id,
    provisioner: 'k8s-neonvm',
    pg_version: 17,
    proxy_host: 'eu-central-1.aws.neon.tech',
    branch_logical_size_limit: 0,
    branch_logical_size_limit_bytes: 0,
    store_passwords: true,
    creation_source: 'console',
    history_retention_seconds: project.historySeconds,
    created_at: at,
    updated_at: at,
    owner_id: 'org-shop-1',
    owner: {
      email: 'owner@example.test',
      name: 'Owner',
      branches_limit: project.branchesLimit,
      subscription_type: 'launch_v3',
    },
    data_storage_bytes_hour: 0,
    data_transfer_bytes: 0,
    written_data_bytes: 0,
    compute_time_seconds: 0,
    active_time_seconds: 0,
    cpu_used_sec: 0,
    consumption_period_start: at,
    consumption_period_end: '2027-01-01T00:00:00Z',
  };
}
