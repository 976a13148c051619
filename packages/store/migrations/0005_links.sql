CREATE TABLE "link_challenges" (
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"user_id" text NOT NULL,
	"nonce" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "link_challenges_platform_workspace_user_id_pk" PRIMARY KEY("platform","workspace","user_id"),
	CONSTRAINT "link_challenges_nonce" UNIQUE("nonce")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"user_id" text NOT NULL,
	"principal" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "links_platform_workspace_user_id_pk" PRIMARY KEY("platform","workspace","user_id")
);
--> statement-breakpoint
ALTER TABLE "posts" DROP CONSTRAINT "posts_one_subject";--> statement-breakpoint
DROP INDEX "posts_unsent";--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "principal" text;--> statement-breakpoint
CREATE UNIQUE INDEX "links_one_person" ON "links" USING btree ("platform","workspace","principal");--> statement-breakpoint
CREATE INDEX "links_principal" ON "links" USING btree ("principal");--> statement-breakpoint
CREATE INDEX "posts_unsent" ON "posts" USING btree ("request_id","alert_id","principal","platform") WHERE state = 'unsent';--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_one_subject" CHECK (num_nonnulls(request_id, alert_id, principal) = 1);