CREATE TABLE "door_hosts" (
	"door_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"on_duty_since" timestamp with time zone,
	"last_visit_at" timestamp with time zone,
	CONSTRAINT "door_hosts_door_id_member_id_pk" PRIMARY KEY("door_id","member_id")
);
--> statement-breakpoint
DROP INDEX "visits_one_inside";--> statement-breakpoint
ALTER TABLE "doors" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "program_id" uuid;--> statement-breakpoint
UPDATE "doors" SET "program_id" = "members"."program_id" FROM "members" WHERE "members"."id" = "doors"."member_id";--> statement-breakpoint
ALTER TABLE "doors" ALTER COLUMN "program_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "kind" text DEFAULT 'single' NOT NULL;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "seats" integer DEFAULT 6 NOT NULL;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "encounter_id" uuid;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "entry" text;--> statement-breakpoint
ALTER TABLE "doors" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "host_id" uuid;--> statement-breakpoint
UPDATE "visits" SET "host_id" = "doors"."member_id" FROM "doors" WHERE "doors"."id" = "visits"."door_id" AND "visits"."inside_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "alone" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "listening" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "door_hosts" ADD CONSTRAINT "door_hosts_door_id_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."doors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_hosts" ADD CONSTRAINT "door_hosts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "door_hosts_of_member" ON "door_hosts" USING btree ("member_id");--> statement-breakpoint
ALTER TABLE "doors" ADD CONSTRAINT "doors_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "doors" ADD CONSTRAINT "doors_encounter_id_encounters_id_fk" FOREIGN KEY ("encounter_id") REFERENCES "public"."encounters"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_host_id_members_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "doors_of_program" ON "doors" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "doors_of_encounter" ON "doors" USING btree ("encounter_id");--> statement-breakpoint
CREATE INDEX "visits_of_host" ON "visits" USING btree ("host_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visits_one_inside" ON "visits" USING btree ("door_id","host_id") WHERE "visits"."state" = 'inside' and "visits"."alone";--> statement-breakpoint
ALTER TABLE "doors" ADD CONSTRAINT "doors_whose" CHECK (("doors"."kind" = 'staffed') = ("doors"."member_id" is null));--> statement-breakpoint
ALTER TABLE "doors" ADD CONSTRAINT "doors_plate" CHECK ("doors"."kind" <> 'staffed' or ("doors"."title" is not null and "doors"."entry" is not null));--> statement-breakpoint
ALTER TABLE "doors" ADD CONSTRAINT "doors_seats" CHECK ("doors"."seats" between 2 and 12);--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_host" CHECK ("visits"."state" <> 'inside' or "visits"."host_id" is not null);