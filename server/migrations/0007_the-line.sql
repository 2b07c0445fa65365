DROP INDEX "visits_line";--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "newcomers_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "visit_minutes" integer;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "last_call" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "turn_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "visits" SET "turn_at" = "asked_at";--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "called_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "missed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "misses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "visits_line" ON "visits" USING btree ("door_id","turn_at") WHERE "visits"."state" = 'waiting';