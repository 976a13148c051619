CREATE TABLE "digests" (
	"id" text PRIMARY KEY NOT NULL,
	"period" text NOT NULL,
	"name" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"figures" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "posts" DROP CONSTRAINT "posts_one_subject";--> statement-breakpoint
DROP INDEX "posts_unsent";--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "digest_id" text;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_digest_id_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "failed_calls_time" ON "failed_calls" USING btree ("block_time");--> statement-breakpoint
CREATE INDEX "requests_decided" ON "requests" USING btree ("decided_at") WHERE decided_at is not null;--> statement-breakpoint
CREATE INDEX "requests_expired" ON "requests" USING btree ("approval_expires_at") WHERE status = 'expired';--> statement-breakpoint
CREATE INDEX "posts_unsent" ON "posts" USING btree ("request_id","alert_id","principal","digest_id","platform") WHERE state = 'unsent';--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_one_subject" CHECK (num_nonnulls(request_id, alert_id, principal, digest_id) = 1);