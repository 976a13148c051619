CREATE TABLE "warnings" (
	"request_id" text NOT NULL,
	"lead_ms" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "warnings_request_id_lead_ms_pk" PRIMARY KEY("request_id","lead_ms")
);
--> statement-breakpoint
DROP INDEX "requests_one_pending";--> statement-breakpoint
DROP INDEX "requests_pending_expiry";--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "record_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "physician" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "medical_staff" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "volume" numeric(39, 0);--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "consented_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_undecided" ON "requests" USING btree ("kind","record_id","medical_staff") WHERE kind in ('grant', 'revoke') and status in ('awaiting-consent', 'pending');--> statement-breakpoint
CREATE INDEX "requests_open_expiry" ON "requests" USING btree ("approval_expires_at") WHERE status in ('unconfirmed', 'awaiting-consent', 'pending');--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_access_whole" CHECK (kind not in ('grant', 'revoke') or num_nulls(record_id, physician, medical_staff, reason) = 0);--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_action_whole" CHECK (case kind
        when 'create' then num_nulls(volume, category) = 0
        when 'access' then num_nulls(record_id, volume, reason) = 0
        when 'archive' then num_nulls(record_id, reason) = 0
        when 'maintenance-on' then reason is not null
        when 'maintenance-off' then reason is not null
        else kind in ('grant', 'revoke')
      end);