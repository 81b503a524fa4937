// Checks rendered Kubernetes manifests: node manifests.mjs WORKDIR FILE.yaml...
//
// 1. against the schemas of the Kubernetes API (types, required members, enums, formats);
// 2. strictly: a member that the schema does not know is an error. The schemas allow it, TypeScript's check of object
//    literals does not, so each manifest is written as a literal of its type and compiled;
// 3. against each other and against our own rules: what is selected or referred to exists, no secret value is in a
//    file, and every container runs locked down, with probes and limits.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";

const tools = join(dirname(fileURLToPath(import.meta.url)), "node_modules");
const [work, ...files] = process.argv.slice(2);
if (!work || files.length === 0) {
  throw new Error("usage: node manifests.mjs WORKDIR FILE.yaml...");
}

const errors = [];
const name = (it) => `${it.kind}/${it.metadata?.name}`;
const within = (part, whole) => Object.entries(part ?? {}).every(([key, value]) => whole?.[key] === value);

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
symlinkSync(tools, join(work, "node_modules"));
for (const file of files) {
  await check(basename(file, ".yaml"), read(file));
}
compile();

errors.forEach((error) => console.log(error));
console.log(`manifests: ${files.length} files, ${errors.length} errors`);
process.exit(errors.length === 0 ? 0 : 1);

function read(file) {
  return parseAllDocuments(readFileSync(file, "utf8")).map((document) => {
    document.errors.forEach((error) => errors.push(`${file}: ${error.message}`));
    return document.toJS();
  }).filter(Boolean);
}

async function check(overlay, manifests) {
  const say = (manifest, text) => errors.push(`${overlay}: ${name(manifest)}: ${text}`);
  for (const [index, manifest] of manifests.entries()) {
    const module = `kubernetes-models/${manifest.apiVersion}/${manifest.kind}`;
    try {
      new (await import(module))[manifest.kind](manifest).validate();
    } catch (error) {
      say(manifest, error.message);
    }
    writeFileSync(join(work, `${overlay}-${index}-${manifest.kind}.ts`),
      `import type { I${manifest.kind} } from "${module}";\n`
      + `export const manifest: I${manifest.kind} = ${JSON.stringify(manifest, null, 2)};\n`);
  }
  crossCheck(manifests, say);
  manifests.filter((it) => it.spec?.template?.spec).forEach((it) => lockedDown(it, say));
}

function compile() {
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, skipLibCheck: true, target: "es2022", module: "commonjs",
      moduleResolution: "node10", types: [], preserveSymlinks: false },
    include: ["*.ts"],
  }));
  try {
    execFileSync(process.execPath, [join(tools, "typescript/bin/tsc"), "--pretty", "false"], { cwd: work, encoding: "utf8" });
  } catch (error) {
    errors.push(error.stdout.trim());
  }
}

function crossCheck(manifests, say) {
  const of = (kind) => manifests.filter((it) => it.kind === kind);
  const pods = manifests.filter((it) => it.spec?.template).map((it) => it.spec.template);
  const selects = (manifest, labels) => {
    if (!pods.some((pod) => within(labels, pod.metadata.labels))) {
      say(manifest, `selects no pod: ${JSON.stringify(labels)}`);
    }
  };
  const refers = (manifest, kind, to) => {
    if (!of(kind).some((it) => it.metadata.name === to)) {
      say(manifest, `refers to ${kind} ${to}, which isn't there`);
    }
  };

  of("Secret").forEach((it) => say(it, "holds a secret in a file; refer to one made by hand"));
  of("Service").forEach((it) => selects(it, it.spec.selector));
  of("PodDisruptionBudget").forEach((it) => selects(it, it.spec.selector.matchLabels));
  of("NetworkPolicy").forEach((it) => selects(it, it.spec.podSelector.matchLabels));
  of("HorizontalPodAutoscaler").forEach((it) => refers(it, it.spec.scaleTargetRef.kind, it.spec.scaleTargetRef.name));
  of("StatefulSet").forEach((it) => refers(it, "Service", it.spec.serviceName));
  of("Ingress").flatMap((it) => it.spec.rules.flatMap((rule) => rule.http.paths).map((path) => [it, path.backend.service]))
    .forEach(([it, service]) => {
      refers(it, "Service", service.name);
      const ports = of("Service").filter((one) => one.metadata.name === service.name).flatMap((one) => one.spec.ports);
      if (!ports.some((port) => port.name === service.port.name)) {
        say(it, `port ${service.port.name} isn't one of service ${service.name}`);
      }
    });
  if (!of("NetworkPolicy").some((it) => Object.keys(it.spec.podSelector).length === 0 && it.spec.policyTypes.length === 2)) {
    errors.push("no NetworkPolicy denies by default");
  }
  const namespaces = of("Namespace").map((it) => it.metadata.name);
  manifests.filter((it) => it.kind !== "Namespace" && !namespaces.includes(it.metadata.namespace))
    .forEach((it) => say(it, `is in namespace ${it.metadata.namespace}, which isn't there`));
  manifests.filter((it) => it.spec?.template).forEach((it) => {
    if (!within(it.spec.selector.matchLabels, it.spec.template.metadata.labels)) {
      say(it, "does not select its own pods");
    }
    it.spec.template.spec.containers.flatMap((container) => container.envFrom ?? []).filter((from) => from.configMapRef)
      .forEach((from) => refers(it, "ConfigMap", from.configMapRef.name));
  });
}

function lockedDown(manifest, say) {
  const pod = manifest.spec.template.spec;
  const wants = (holds, text) => holds || say(manifest, text);
  wants(pod.automountServiceAccountToken === false, "mounts a service account's token");
  wants(pod.securityContext?.runAsNonRoot && pod.securityContext.runAsUser > 0, "may run as root");
  wants(pod.securityContext?.seccompProfile?.type === "RuntimeDefault", "has no seccomp profile");
  for (const container of pod.containers) {
    const security = container.securityContext ?? {};
    wants(security.readOnlyRootFilesystem === true, `${container.name}: root file system is writable`);
    wants(security.allowPrivilegeEscalation === false, `${container.name}: may gain privileges`);
    wants(security.capabilities?.drop?.includes("ALL"), `${container.name}: keeps capabilities`);
    wants(container.resources?.requests?.cpu && container.resources.requests.memory, `${container.name}: requests nothing`);
    wants(container.resources?.limits?.memory, `${container.name}: no limit on memory`);
    wants(/:[\w.-]+$/.test(container.image) && !container.image.endsWith(":latest"), `${container.name}: image without a fixed tag`);
    for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"]) {
      wants(container[probe], `${container.name}: no ${probe}`);
    }
    const volumes = [...(pod.volumes ?? []), ...(manifest.spec.volumeClaimTemplates ?? []).map((it) => it.metadata)];
    (container.volumeMounts ?? []).forEach((mount) =>
      wants(volumes.some((it) => it.name === mount.name), `${container.name}: no volume ${mount.name}`));
  }
}
