CREATE TABLE "alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"fingerprint" text NOT NULL,
	"subject" text NOT NULL,
	"summary" text NOT NULL,
	"record_id" numeric(39, 0),
	"txid" text,
	"status" text NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alerts_fingerprint" UNIQUE("fingerprint")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"actor" text,
	"account" json,
	"request_id" text,
	"record_id" numeric(39, 0),
	"detail" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_bindings" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"network" text NOT NULL,
	"contract" text NOT NULL,
	"deploy_txid" text NOT NULL,
	"installed_at_height" bigint NOT NULL,
	CONSTRAINT "chain_bindings_one_row" CHECK ("only")
);
--> statement-breakpoint
CREATE TABLE "checkpoints" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"txid" text NOT NULL,
	"event_index" integer NOT NULL,
	"block_height" bigint NOT NULL,
	CONSTRAINT "checkpoints_one_row" CHECK ("only")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"key" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"txid" text NOT NULL,
	"event_index" integer NOT NULL,
	"seq" bigserial NOT NULL,
	"block_height" bigint NOT NULL,
	"block_hash" text NOT NULL,
	"block_time" timestamp (3) with time zone NOT NULL,
	"name" text,
	"record_id" numeric(39, 0),
	"value" json,
	"raw_hex" text NOT NULL,
	CONSTRAINT "events_txid_event_index_pk" PRIMARY KEY("txid","event_index")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"request_id" text PRIMARY KEY NOT NULL,
	"record_id" numeric(39, 0) NOT NULL,
	"medical_staff" text NOT NULL,
	"physician" text NOT NULL,
	"access_limit" numeric(39, 0) NOT NULL,
	"txid" text NOT NULL,
	"status" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"end_request_id" text
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"request_id" text,
	"alert_id" text,
	"platform" text NOT NULL,
	"kind" text NOT NULL,
	"recipient" text,
	"message" json,
	"ref" json,
	"revision" integer DEFAULT 1 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'unsent' NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone NOT NULL,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "posts_one_subject" CHECK (num_nonnulls(request_id, alert_id) = 1),
	CONSTRAINT "posts_card_of_request" CHECK (kind <> 'card' or request_id is not null)
);
--> statement-breakpoint
CREATE TABLE "privileges" (
	"record_id" numeric(39, 0) NOT NULL,
	"medical_staff" text NOT NULL,
	"access_limit" numeric(39, 0) NOT NULL,
	"usage" numeric(39, 0) NOT NULL,
	"txid" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "privileges_record_id_medical_staff_pk" PRIMARY KEY("record_id","medical_staff")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"record_id" numeric(39, 0) PRIMARY KEY NOT NULL,
	"physician" text NOT NULL,
	"record_category" text NOT NULL,
	"data_volume" numeric(39, 0) NOT NULL,
	"accessed_volume" numeric(39, 0) NOT NULL,
	"created_at_height" numeric(39, 0) NOT NULL,
	"active_record" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"origin" text NOT NULL,
	"record_id" numeric(39, 0) NOT NULL,
	"physician" text NOT NULL,
	"medical_staff" text NOT NULL,
	"access_limit" numeric(39, 0),
	"duration_ms" bigint,
	"reason" text NOT NULL,
	"requester" text NOT NULL,
	"requester_account" json,
	"standing_access_limit" numeric(39, 0),
	"standing_usage" numeric(39, 0),
	"created_at" timestamp (3) with time zone NOT NULL,
	"approval_expires_at" timestamp (3) with time zone NOT NULL,
	"execution_expires_at" timestamp (3) with time zone,
	"decided_by" text,
	"decided_by_account" json,
	"decided_at" timestamp (3) with time zone,
	"decision_reason" text,
	"grant_request_id" text
);
--> statement-breakpoint
CREATE TABLE "signers" (
	"signer" text PRIMARY KEY NOT NULL,
	"fence" numeric(39, 0) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"request_id" text NOT NULL,
	"signer" text NOT NULL,
	"status" text NOT NULL,
	"txid" text,
	"nonce" numeric(39, 0),
	"fee" numeric(39, 0),
	"bytes" text,
	"replaces" text,
	"failure" json,
	"block_height" bigint,
	"block_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone,
	"broadcast_at" timestamp (3) with time zone,
	"included_at" timestamp (3) with time zone,
	"final_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	CONSTRAINT "transactions_txid" UNIQUE("txid")
);
--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alerts_newest" ON "alerts" USING btree ("raised_at","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_request" ON "audit_entries" USING btree ("request_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_record" ON "audit_entries" USING btree ("record_id","seq");--> statement-breakpoint
CREATE INDEX "events_record" ON "events" USING btree ("record_id","block_height","seq");--> statement-breakpoint
CREATE INDEX "events_name" ON "events" USING btree ("name","block_height","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_one_active" ON "grants" USING btree ("record_id","medical_staff") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "grants_ending" ON "grants" USING btree ("ends_at") WHERE status = 'active' and end_request_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "posts_one_card" ON "posts" USING btree ("request_id","platform") WHERE kind = 'card';--> statement-breakpoint
CREATE INDEX "posts_unsent" ON "posts" USING btree ("request_id","alert_id","platform") WHERE state = 'unsent';--> statement-breakpoint
CREATE INDEX "records_physician" ON "records" USING btree ("physician","record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_pending" ON "requests" USING btree ("kind","record_id","medical_staff") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "requests_pending_expiry" ON "requests" USING btree ("approval_expires_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "requests_newest" ON "requests" USING btree ("created_at","seq");--> statement-breakpoint
CREATE INDEX "requests_pair" ON "requests" USING btree ("record_id","medical_staff");--> statement-breakpoint
CREATE UNIQUE INDEX "transactions_one_live" ON "transactions" USING btree ("request_id") WHERE status not in ('aborted', 'dropped', 'replaced', 'refused');--> statement-breakpoint
CREATE UNIQUE INDEX "transactions_one_nonce" ON "transactions" USING btree ("signer","nonce") WHERE status in ('signed', 'unknown', 'broadcast', 'included', 'final');--> statement-breakpoint
CREATE INDEX "transactions_unfinished" ON "transactions" USING btree ("next_attempt_at") WHERE status in ('queued', 'signed', 'unknown', 'broadcast', 'included');--> statement-breakpoint
CREATE INDEX "transactions_request" ON "transactions" USING btree ("request_id");