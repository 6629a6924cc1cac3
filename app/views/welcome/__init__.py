"""The page that is shown while no workbook is open."""
