CREATE TABLE "lounges" (
	"encounter_id" uuid PRIMARY KEY NOT NULL,
	"door_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lounges" ADD CONSTRAINT "lounges_encounter_id_encounters_id_fk" FOREIGN KEY ("encounter_id") REFERENCES "public"."encounters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lounges" ADD CONSTRAINT "lounges_door_id_doors_id_fk" FOREIGN KEY ("door_id") REFERENCES "public"."doors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lounges_of_door" ON "lounges" USING btree ("door_id");