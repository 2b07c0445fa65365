CREATE TABLE "coffee_calls" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coffee_people" (
	"encounter_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"came_at" timestamp with time zone,
	"staying" boolean DEFAULT false NOT NULL,
	CONSTRAINT "coffee_people_encounter_id_member_id_pk" PRIMARY KEY("encounter_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "coffee_starters" (
	"program_id" uuid PRIMARY KEY NOT NULL,
	"texts" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coffees" (
	"encounter_id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"minutes" integer NOT NULL,
	"extensions" integer DEFAULT 0 NOT NULL,
	"bell" boolean DEFAULT false NOT NULL,
	"starter_turn" integer DEFAULT 0 NOT NULL,
	"starter" text
);
--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "minutes" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "again" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "coffee_calls" ADD CONSTRAINT "coffee_calls_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coffee_calls" ADD CONSTRAINT "coffee_calls_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coffee_people" ADD CONSTRAINT "coffee_people_encounter_id_coffees_encounter_id_fk" FOREIGN KEY ("encounter_id") REFERENCES "public"."coffees"("encounter_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coffee_people" ADD CONSTRAINT "coffee_people_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coffee_starters" ADD CONSTRAINT "coffee_starters_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coffees" ADD CONSTRAINT "coffees_encounter_id_encounters_id_fk" FOREIGN KEY ("encounter_id") REFERENCES "public"."encounters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coffees" ADD CONSTRAINT "coffees_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coffee_calls_program" ON "coffee_calls" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "coffees_program" ON "coffees" USING btree ("program_id","opened_at");