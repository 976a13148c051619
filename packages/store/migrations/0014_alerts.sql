CREATE TABLE "alert_findings" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"alert_id" text NOT NULL,
	"kind" text NOT NULL,
	"fingerprint" text NOT NULL,
	"severity" text NOT NULL,
	"subject" text NOT NULL,
	"summary" text NOT NULL,
	"record_id" numeric(39, 0),
	"txid" text,
	"at" timestamp (3) with time zone NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"stage" text NOT NULL,
	"raises_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "silences" (
	"rule" text NOT NULL,
	"cause" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"silenced_by" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "silences_rule_cause_pk" PRIMARY KEY("rule","cause")
);
--> statement-breakpoint
ALTER TABLE "alerts" DROP CONSTRAINT "alerts_fingerprint";--> statement-breakpoint
DROP INDEX "alerts_newest";--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "fired_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "acknowledged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "acknowledged_by" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "resolved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "silenced_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "silence_reason" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "inhibited_by" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "told_severity" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "moved_at" timestamp (3) with time zone;--> statement-breakpoint
-- Written by hand, from here: an alert was one finding, told once, that nobody could acknowledge. It becomes an alert that
-- is over, with its finding: neither told again nor found again.
UPDATE "alerts" SET
	"rule" = CASE
		WHEN "rule" = 'unsanctioned-change' THEN 'unsanctioned-grant'
		WHEN "rule" = 'maintenance-status' AND "severity" = 'info' THEN 'maintenance-ended'
		WHEN "rule" = 'maintenance-status' THEN 'maintenance-began'
		ELSE "rule"
	END,
	"cause" = "fingerprint",
	"status" = 'resolved',
	"started_at" = "raised_at",
	"fired_at" = "raised_at",
	"resolved_at" = "raised_at",
	"told_at" = "raised_at",
	"told_severity" = "severity",
	"moved_at" = "raised_at";--> statement-breakpoint
INSERT INTO "alert_findings"
	("alert_id", "kind", "fingerprint", "severity", "subject", "summary", "record_id", "txid", "at", "found_at", "stage", "raises_at", "ended_at")
SELECT "id", CASE "rule" WHEN 'maintenance-began' THEN 'condition' ELSE 'happening' END, "rule" || substring("fingerprint" from position(':' in "fingerprint")),
	"severity", "subject", "summary", "record_id", "txid", "raised_at", "raised_at", 'told', "raised_at", "raised_at"
FROM "alerts" ORDER BY "seq";--> statement-breakpoint
ALTER TABLE "alerts" ALTER COLUMN "cause" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ALTER COLUMN "started_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ALTER COLUMN "moved_at" SET NOT NULL;--> statement-breakpoint
-- Written by hand, up to here.
ALTER TABLE "alert_findings" ADD CONSTRAINT "alert_findings_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_findings_once" ON "alert_findings" USING btree ("fingerprint") WHERE kind = 'happening' or ended_at is null;--> statement-breakpoint
CREATE INDEX "alert_findings_alert" ON "alert_findings" USING btree ("alert_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_one_open" ON "alerts" USING btree ("rule","cause") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "alerts_due" ON "alerts" USING btree ("due_at") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "alerts_moved" ON "alerts" USING btree ("moved_at") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "alerts_inhibited" ON "alerts" USING btree ("inhibited_by") WHERE status <> 'resolved' and inhibited_by is not null;--> statement-breakpoint
CREATE INDEX "alerts_newest" ON "alerts" USING btree ("started_at","seq");--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "fingerprint";--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "subject";--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "summary";--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "record_id";--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "txid";--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "raised_at";