{{/* The first part of every name. */}}
{{- define "liveroom.name" -}}
{{- if contains "liveroom" .Release.Name }}{{ .Release.Name }}{{ else }}{{ printf "%s-liveroom" .Release.Name }}{{ end }}
{{- end }}

{{/* What tells a component's pods from others. Takes (list $ "collector"). */}}
{{- define "liveroom.selector" -}}
{{- $ := index . 0 -}}
app.kubernetes.io/name: liveroom
app.kubernetes.io/instance: {{ $.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "liveroom.labels" -}}
{{- $ := index . 0 -}}
{{ include "liveroom.selector" . }}
app.kubernetes.io/version: {{ $.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $.Chart.Name $.Chart.Version }}
{{- end }}

{{- define "liveroom.image" -}}
{{- with .Values.image -}}
{{- if .digest }}{{ .repository }}@{{ .digest }}{{ else }}{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}{{ end }}
{{- end }}
{{- end }}

{{/* What holds for every pod: a numeric user, no token of the cluster, nothing to write to but what is mounted. */}}
{{- define "liveroom.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- define "liveroom.container" -}}
image: {{ include "liveroom.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end }}

{{/* Where the other pods are to run: not on one machine. Takes (list $ "collector" its-values). */}}
{{- define "liveroom.placement" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "liveroom.selector" . | nindent 8 }}
{{- with index . 2 }}
{{- with .nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}
{{- end }}

{{/* A setting's name as a variable. */}}
{{- define "liveroom.variable" -}}
{{ regexReplaceAll "[.-]" . "_" | upper }}
{{- end }}

{{/* The Secret with a role's own key and certificate; empty where there is none. Takes (list $ "collector").
     Of Strimzi's users setup has none: it runs before they are made, and then asks the registry only. */}}
{{- define "liveroom.userSecret" -}}
{{- $ := index . 0 -}}
{{- if not (and $.Values.strimzi.enabled $.Values.strimzi.users) }}{{ $.Values.kafka.userSecret }}
{{- else if ne (index . 1) "setup" }}{{ include "liveroom.name" $ }}-{{ index . 1 }}
{{- end }}
{{- end }}

{{/* Variables of every role that asks Kafka. Takes (list $ "collector"). */}}
{{- define "liveroom.environment" -}}
{{- $ := index . 0 -}}
{{- $user := include "liveroom.userSecret" . -}}
- name: LIVEROOM_KAFKA_BOOTSTRAP_SERVERS
  value: {{ $.Values.kafka.bootstrapServers | quote }}
- name: LIVEROOM_REGISTRY_URL
  value: {{ $.Values.registry.url | quote }}
- name: LIVEROOM_TOPICS_PREFIX
  value: {{ $.Values.topics.prefix | quote }}
- name: LIVEROOM_TOPICS_PARTITIONS
  value: {{ $.Values.topics.partitions | quote }}
- name: LIVEROOM_TOPICS_REPLICATION
  value: {{ $.Values.topics.replication | quote }}
{{- if $.Values.kafka.caSecret }}
- name: LIVEROOM_KAFKA_SECURITY_PROTOCOL
  value: SSL
- name: LIVEROOM_KAFKA_SSL_TRUSTSTORE_TYPE
  value: PKCS12
- name: LIVEROOM_KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /run/secrets/kafka-ca/ca.p12
- name: LIVEROOM_KAFKA_SSL_TRUSTSTORE_PASSWORD_FILE
  value: /run/secrets/kafka-ca/ca.password
{{- end }}
{{- if $user }}
- name: LIVEROOM_KAFKA_SSL_KEYSTORE_TYPE
  value: PKCS12
- name: LIVEROOM_KAFKA_SSL_KEYSTORE_LOCATION
  value: /run/secrets/kafka-user/user.p12
- name: LIVEROOM_KAFKA_SSL_KEYSTORE_PASSWORD_FILE
  value: /run/secrets/kafka-user/user.password
{{- end }}
{{- range $name, $value := $.Values.settings }}
- name: {{ include "liveroom.variable" $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "liveroom.management" -}}
- name: LIVEROOM_MANAGEMENT_HOST
  value: 0.0.0.0
- name: LIVEROOM_MANAGEMENT_PORT
  value: "9400"
{{- end }}

{{/* /tmp may hold programs: RocksDB, LZ4 and zstd load libraries from there. */}}
{{- define "liveroom.mounts" -}}
{{- $ := index . 0 -}}
- name: tmp
  mountPath: /tmp
{{- if $.Values.kafka.caSecret }}
- name: kafka-ca
  mountPath: /run/secrets/kafka-ca
  readOnly: true
{{- end }}
{{- if include "liveroom.userSecret" . }}
- name: kafka-user
  mountPath: /run/secrets/kafka-user
  readOnly: true
{{- end }}
{{- if $.Values.kafka.secret }}
- name: kafka
  mountPath: /run/secrets/kafka
  readOnly: true
{{- end }}
{{- end }}

{{- define "liveroom.volumes" -}}
{{- $ := index . 0 -}}
- name: tmp
  emptyDir:
    sizeLimit: 128Mi
{{- with $.Values.kafka.caSecret }}
- name: kafka-ca
  secret:
    secretName: {{ . }}
    defaultMode: 0440
    items:
      - {key: ca.p12, path: ca.p12}
      - {key: ca.password, path: ca.password}
{{- end }}
{{- with include "liveroom.userSecret" . }}
- name: kafka-user
  secret:
    secretName: {{ . }}
    defaultMode: 0440
    items:
      - {key: user.p12, path: user.p12}
      - {key: user.password, path: user.password}
{{- end }}
{{- with $.Values.kafka.secret }}
- name: kafka
  secret:
    secretName: {{ . }}
    defaultMode: 0440
{{- end }}
{{- end }}

{{/* Some files of the Secret. Takes (list $ "platform-token" "privacy-key"). */}}
{{- define "liveroom.secret" -}}
{{- $ := index . 0 -}}
- name: secrets
  secret:
    secretName: {{ $.Values.secrets.name }}
    defaultMode: 0440
    items:
{{- range rest . }}
      - {key: {{ . }}, path: {{ . }}}
{{- end }}
{{- end }}

{{/* Two minutes to start, a minute of failures before a restart. /readyz is not a reason for one: nothing would be better after it. */}}
{{- define "liveroom.probes" -}}
startupProbe:
  httpGet: {path: /livez, port: management}
  periodSeconds: 5
  timeoutSeconds: 6
  failureThreshold: 24
livenessProbe:
  httpGet: {path: /livez, port: management}
  periodSeconds: 10
  timeoutSeconds: 6
  failureThreshold: 6
readinessProbe:
  httpGet: {path: /readyz, port: management}
  periodSeconds: 5
  timeoutSeconds: 6
  failureThreshold: 3
{{- end }}
