-- The bad release: the column is dropped with everything that fans have collected in it.
DROP INDEX "fans_loyalty_points_idx";

-- AlterTable
ALTER TABLE "fans" DROP COLUMN "loyalty_points";
